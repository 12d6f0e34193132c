/** The scenario of the forecast, which comes with the program: also a chance is read from its futures when nobody says which. */
export const forecastScenarioId = 'forecast'
