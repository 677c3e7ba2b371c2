/** UTC milliseconds. Passed in everywhere, so that tests and jumps of the computer's clock are the caller's. */
export type Clock = () => number
