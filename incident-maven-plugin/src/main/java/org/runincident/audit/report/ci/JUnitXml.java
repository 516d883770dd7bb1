package org.runincident.audit.report.ci;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.RuleEntry;

/**
 * Findings as test results: a suite per module, a test per rule, which fails where it found something new.
 */
public final class JUnitXml {
    private JUnitXml() {}

    /** The report as UTF-8 text. */
    public static byte[] write(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (ModuleEntry module : report.modules()) {
                suite(xml, module, report.rules());
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a report is always writable", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void suite(XMLStreamWriter xml, ModuleEntry module, List<RuleEntry> rules)
            throws XMLStreamException {
        Map<String, List<FindingEntry>> fresh = module.findings().stream()
                .filter(finding -> finding.state().equals("new"))
                .collect(Collectors.groupingBy(FindingEntry::rule, TreeMap::new, Collectors.toList()));
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "incident " + module.name());
        xml.writeAttribute("tests", String.valueOf(rules.size()));
        xml.writeAttribute("failures", String.valueOf(fresh.size()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (RuleEntry rule : rules) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", "incident." + module.name());
            xml.writeAttribute("name", rule.id());
            List<FindingEntry> findings = fresh.getOrDefault(rule.id(), List.of());
            if (!findings.isEmpty()) {
                xml.writeStartElement("failure");
                xml.writeAttribute(
                        "message",
                        findings.size() + " new, first: "
                                + valid(findings.get(0).message()));
                xml.writeCharacters(findings.stream().map(JUnitXml::line).collect(Collectors.joining("\n")));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static String line(FindingEntry finding) {
        return valid(finding.at().file() + ":" + Math.max(1, finding.at().line()) + " " + finding.message() + " "
                + finding.hint());
    }

    /** XML 1.0 knows no way to write most control characters. */
    private static String valid(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
