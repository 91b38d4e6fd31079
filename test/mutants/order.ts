/** The variable that names test files in the order in which they are to run, a line each. */
export const ORDER = 'VISAVIS_ORDER_OF_TESTS';
