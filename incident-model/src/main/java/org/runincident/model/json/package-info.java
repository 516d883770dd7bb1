/**
 * JSON in and out for every type of the model. Reading is forgiving towards newer writers (unknown fields are ignored, unknown
 * codes and variants become the careful answer and keep their text), writing is plain: lower case names, ISO 8601 times, no
 * empty fields.
 */
package org.runincident.model.json;
