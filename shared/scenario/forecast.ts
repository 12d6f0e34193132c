/** The scenario of the forecast, which comes with the program: also a chance is read from its futures when nobody says which. */
export const forecastScenarioId = 'forecast'
/** Futures a chance is told from, when nobody asks for more or fewer. */
export const usualFutureCount = 1000
