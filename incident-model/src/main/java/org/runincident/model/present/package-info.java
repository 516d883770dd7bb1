/**
 * The fifth layer: what each audience sees of an incident. A {@link org.runincident.model.present.Presenter} turns an incident
 * into a {@link org.runincident.model.present.Presentation}, redacted and in the reader's language; renderers turn that into
 * text, Markdown or HTML, and it is JSON as it stands.
 */
package org.runincident.model.present;
