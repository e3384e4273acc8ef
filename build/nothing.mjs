/** Stands in for modules that packages load at once and the program never uses. */
export default {}
