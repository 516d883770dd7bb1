/**
 * What becomes of a caught exception: the walk over every path from a handler, what calls do with an exception they are
 * given, which waits a handler may end, which futures carry a failure nobody looks at. Starts from
 * {@link org.runincident.flow.caught.CaughtFates}.
 */
package org.runincident.flow.caught;
