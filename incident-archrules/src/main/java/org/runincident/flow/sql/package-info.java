/**
 * Texts of SQL, JPQL and HQL that write a row: which texts a method puts together, and what they write into which column.
 *
 * <p>What cannot be known, such as a table name that is concatenated in, is a hole in a {@link
 * org.runincident.flow.sql.Template}; the statement around it is read all the same. The full parser is loaded only when a
 * text is an UPDATE, INSERT or MERGE that names a column somebody asks for.
 */
package org.runincident.flow.sql;
