# What the plugin brings along

The libraries that Maven fetches with `incident-maven-plugin`, transitive ones included, and the licences they are offered under
(where there are two, the first that is not LGPL is taken). They live in the plugin's own class loader: none of them reaches the class
path of an audited project. Written by the build; `./mvnw verify` fails when this page is no longer true, and says how to mend it.

| library | version | licence |
| --- | --- | --- |
<#list dependencyMap as e>
| [${e.getKey().groupId}:${e.getKey().artifactId}](${(e.getKey().url)!}) | ${e.getKey().version} | <#list e.getValue() as l>${l}<#sep>, </#list> |
</#list>
