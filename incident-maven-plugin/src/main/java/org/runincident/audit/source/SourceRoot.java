package org.runincident.audit.source;

import java.nio.file.Path;

/**
 * A folder of sources.
 *
 * @param directory may not exist
 * @param module the name of its module as people know it
 * @param audited whether findings are wanted there; otherwise it is only read for types
 */
public record SourceRoot(Path directory, String module, boolean audited) {}
