package org.runincident.audit.report.sarif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The few objects of SARIF 2.1.0 that we write, named as there. What is null or empty is left out. */
final class Sarif {
    static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    static final String VERSION = "2.1.0";

    private Sarif() {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    record Run(
            Tool tool,
            AutomationDetails automationDetails,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Invocation> invocations,
            Map<String, ArtifactLocation> originalUriBaseIds,
            String columnKind,
            List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, String semanticVersion, List<ReportingDescriptor> rules) {}

    record AutomationDetails(String id) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

    record Notification(String level, Message message) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ReportingDescriptor(
            String id,
            Message shortDescription,
            Message fullDescription,
            Message help,
            Configuration defaultConfiguration,
            Properties properties) {}

    record Configuration(boolean enabled, String level) {}

    record Properties(List<String> tags) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Message(String text, String markdown) {
        static Message of(String text) {
            return new Message(text, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Result(
            String ruleId,
            @JsonInclude(JsonInclude.Include.ALWAYS) int ruleIndex,
            String level,
            Message message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            List<CodeFlow> codeFlows,
            String baselineState,
            List<Suppression> suppressions) {}

    record Suppression(String kind, String justification) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations, Message message) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ArtifactLocation(String uri, String uriBaseId, Message description) {}

    /** Positions of null are not known. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Region(Integer startLine, Integer startColumn, Integer endLine, Integer endColumn) {}

    record LogicalLocation(String fullyQualifiedName, String kind) {}

    record CodeFlow(List<ThreadFlow> threadFlows) {}

    record ThreadFlow(List<ThreadFlowLocation> locations) {}

    record ThreadFlowLocation(Location location) {}
}
