import java.nio.file.Files
import java.nio.file.Path

Path example = basedir.toPath().resolve('../../../examples/model-tour').normalize()
Path tour = basedir.toPath().resolve('tour')
Files.walk(example).withCloseable { paths ->
    paths.filter { Files.isRegularFile(it) && !example.relativize(it).any { it.toString() == 'target' } }
            .forEach {
                Path copy = tour.resolve(example.relativize(it).toString())
                Files.createDirectories(copy.parent)
                Files.write(copy, Files.readAllBytes(it))
            }
}
return true
