import { Command } from 'commander'
import { drawsImportCommand, drawsUpdateCommand } from './drawsImport.ts'
import { drawsListCommand } from './drawsList.ts'
import type { Finish } from './options.ts'

export const drawsCommand = (finish: Finish): Command =>
  new Command('draws')
    .summary('the published draws: list, import, update')
    .description('The published draws the program works with: the bundled ones, or a set imported since.')
    .addCommand(drawsListCommand(finish))
    .addCommand(drawsImportCommand(finish))
    .addCommand(drawsUpdateCommand(finish))
