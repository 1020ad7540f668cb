// To be removed by the first test.
