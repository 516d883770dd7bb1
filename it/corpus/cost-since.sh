#!/usr/bin/env bash
# What an audit costs now, against what it cost at an earlier commit: both are built, and audit conductor-core and
# spring-batch-core in turn, each time in a new JVM. Prints processor time (start of the JVM included) and the ratio of the
# medians. The sources have to be there: ./mvnw -q -Pcorpus verify fetches them.
#
#   it/corpus/cost-since.sh <commit> [rounds]
set -euo pipefail
commit=${1:?usage: it/corpus/cost-since.sh <commit> [rounds]}
rounds=${2:-5}
here=$(git rev-parse --show-toplevel)
work=$here/it/corpus/target/cost-since
before=$work/before
projects=(conductor-core spring-batch-core)

for project in "${projects[@]}"; do
  [ -f "$here/it/corpus/projects/$project/target/classpath.txt" ] || { echo "no sources of $project: ./mvnw -q -Pcorpus verify fetches them"; exit 1; }
done
rm -rf "$work"; mkdir -p "$work"
git -C "$here" worktree prune
git -C "$here" worktree add -q --detach "$before" "$commit"
trap 'git -C "$here" worktree remove --force "$before"' EXIT

classpath() { # <checkout>: compiles it, prints what its corpus module runs with
  (cd "$1" && "$here/mvnw" -q -B -pl it/corpus -am compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile=target/cost-since.cp -Dmdep.includeScope=runtime -Denforcer.skip -Dspotless.check.skip >&2)
  echo "$1/it/corpus/target/classes:$(cat "$1/it/corpus/target/cost-since.cp")"
}
old=$(classpath "$before")
new=$(classpath "$here")

audit() { # <class path> <project>: processor time in milliseconds
  rm -rf "$work/report"; mkdir -p "$work/report"
  java -Xmx512m -cp "$1" org.runincident.corpus.AuditProcess "$here/it/corpus/projects/$2" "$work/report"
  sed -n 's/^cpuMillis=//p' "$work/report/cost.properties"
}
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

for project in "${projects[@]}"; do
  : > "$work/old"; : > "$work/new"
  for _ in $(seq "$rounds"); do
    audit "$old" "$project" >> "$work/old"
    audit "$new" "$project" >> "$work/new"
  done
  awk -v p="$project" -v o="$(median < "$work/old")" -v n="$(median < "$work/new")" \
    'BEGIN { printf "%-18s %s then %.1f s, now %.1f s: %.2f\n", p, "processor time", o / 1000, n / 1000, n / o }'
done
