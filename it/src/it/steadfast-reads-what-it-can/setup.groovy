import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

static Path source(File basedir, String module, String name) {
    Path folder = basedir.toPath().resolve(module).resolve('src/main/java/org/example')
    return Files.createDirectories(folder).resolve(name)
}

// A byte that is no UTF-8, in a comment; the rest of the file is fine.
Files.write(source(basedir, 'not-utf-8', 'Latin.java'),
        'package org.example;\n// caf\u00e9\nclass Latin {\n  void run(Runnable r) {\n    try { r.run(); } catch (Exception e) { }\n  }\n}\n'
                .getBytes(StandardCharsets.ISO_8859_1))

// A generated file of more than 5 MB, with something in it that matters.
def huge = new StringBuilder(
        'package org.example;\nclass Huge {\n  void run(Runnable r) {\n    try { r.run(); } catch (Exception e) { }\n  }\n')
for (int i = 0; huge.length() < 5_300_000; i++) {
    huge << "  int method${i}(int x) {\n    if (x > ${i}) {\n      return x * ${i};\n    }\n    return x + method${i}(x + 1);\n  }\n"
}
huge << '}\n'
Files.writeString(source(basedir, 'huge', 'Huge.java'), huge)

// 5,000 terms: the parser's tree is 5,000 deep.
def terms = (1..5000).collect { "\"t${it}\"" }.join('\n      + ')
Files.writeString(source(basedir, 'long-concatenation', 'Terms.java'),
        "package org.example;\nclass Terms {\n  void run(Runnable r) {\n    try { r.run(); } catch (Exception e) { }\n  }\n  String all() {\n    return ${terms};\n  }\n}\n")

// A folder that leads back into itself.
Path loop = source(basedir, 'link-loop', 'again')
Files.deleteIfExists(loop)
Files.createSymbolicLink(loop, loop.parent)

Files.createDirectories(basedir.toPath().resolve('empty/src/main/java'))
return true
