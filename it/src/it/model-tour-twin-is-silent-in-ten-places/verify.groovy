def at = { int line, String rule -> "tour/without-reasons/src/main/java/org/example/tour/TenWays.java:${line} ${rule}".toString() }

new org.runincident.it.Story(basedir.toPath().resolve('tour'), new File(basedir, 'build.log').text)
        .saysInOrder('BUILD SUCCESS', 'TenWays.java', 'BUILD FAILURE')
        .says('Failed to execute goal org.runincident:incident-maven-plugin')
        .finds(
                at(28, 'FailureWithoutReason'),
                at(36, 'DroppedFailureReason'),
                at(44, 'DroppedFailureReason'),
                at(52, 'DroppedFailureReason'),
                at(58, 'FailureWithoutReason'),
                at(67, 'DroppedFailureReason'),
                at(73, 'FailureWithoutReason'),
                at(83, 'FailureWithoutReason'),
                at(90, 'UnattributedStop'),
                at(97, 'DroppedFailureReason'))
        .hasNoStackTrace()
assert !new File(basedir, 'tour/incident-baseline.json').exists()
return true
