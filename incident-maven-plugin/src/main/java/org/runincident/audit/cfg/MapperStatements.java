package org.runincident.audit.cfg;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.runincident.code.Declarations;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Value;
import org.runincident.flow.sql.SqlReader;

/**
 * Statements that stand in XML: mappers of MyBatis and iBATIS, named queries of JPA and Hibernate. Each becomes the body of
 * the method it is bound to. Document types and external entities are never loaded.
 */
public final class MapperStatements {
    private static final Set<String> ROOTS = Set.of("mapper", "sqlMap", "entity-mappings", "hibernate-mapping");
    private static final Set<String> STATEMENTS =
            Set.of("update", "insert", "statement", "query", "sql-query", "named-query", "named-native-query");
    private static final Set<String> SKIPPED = Set.of("selectKey", "bind", "resultMap", "cache", "description");

    private final String path;
    private final Declarations declarations;
    private final Map<String, String> fragments = new HashMap<>();
    private final List<EventGraph> graphs = new ArrayList<>();
    private String namespace = "";

    private MapperStatements(String path, Declarations declarations) {
        this.path = path;
        this.declarations = declarations;
    }

    /** Whether a text may be such a file; cheap. */
    public static boolean mayBe(String text) {
        return (text.contains("<mapper") || text.contains("<sqlMap") || text.contains("-mapping"))
                && (text.contains("<update")
                        || text.contains("<insert")
                        || text.contains("query")
                        || text.contains("<statement"));
    }

    /**
     * The statements of a file that write rows, in order; none when it is another file, or no well-formed XML.
     *
     * @param path relative to the audited root
     */
    public static List<EventGraph> of(String path, String text, Declarations declarations) {
        MapperStatements reader = new MapperStatements(path, declarations);
        try {
            reader.read(text, false);
            reader.read(text, true);
        } catch (XMLStreamException e) {
            return List.of(); // whoever loads it at run time will say what is wrong with it
        }
        return List.copyOf(reader.graphs);
    }

    private void read(String text, boolean statements) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
        int line = 1;
        boolean root = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (root && !ROOTS.contains(name)) {
                    return;
                }
                if (root) {
                    namespace = attribute(xml, "namespace");
                } else if (name.equals("sql")) {
                    fragments.put(attribute(xml, "id"), content(xml));
                } else if (STATEMENTS.contains(name) && statements) {
                    statement(xml, line, xml.getLocation().getLineNumber());
                }
                root = false;
            }
            line = xml.getLocation().getLineNumber();
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void statement(XMLStreamReader xml, int line, int endLine) throws XMLStreamException {
        String id = attribute(xml, "id") + attribute(xml, "name");
        String text = content(xml);
        if (!SqlReader.mayBegin(text)) {
            return;
        }
        Span at = new Span(line, 0, Math.max(line, endLine), 0);
        MethodDeclaration method = method(id, at);
        GraphBuilder graph = new GraphBuilder();
        List<Value.Variable> parameters = new ArrayList<>();
        for (ParameterDeclaration parameter : method.parameters()) {
            parameters.add(graph.variable(parameter.name(), parameter.type(), Value.Role.PARAMETER));
        }
        graphs.add(StatementGraphs.of(path, method, parameters, graph, Value.text(text), at));
    }

    /** The mapper's method; one of its own where no such method is seen. */
    private MethodDeclaration method(String id, Span at) {
        return declarations
                .type(TypeName.resolved(namespace))
                .flatMap(type -> type.methods().stream()
                        .filter(method -> method.name().equals(id))
                        .findFirst())
                .orElseGet(() -> new MethodDeclaration(
                        new MethodKey(namespace.isEmpty() ? path : namespace, id.isEmpty() ? "query" : id, List.of()),
                        TypeName.VOID,
                        List.of(),
                        List.of(),
                        true,
                        false,
                        false,
                        false,
                        Set.of(),
                        at));
    }

    /** The text of an element, what its parts add put in place. */
    private String content(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        Deque<String> open = new ArrayDeque<>(List.of(xml.getLocalName()));
        int skipped = 0;
        while (!open.isEmpty() && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                open.push(name);
                skipped += SKIPPED.contains(name) ? 1 : 0;
                switch (name) {
                    case "set" -> text.append(" SET ");
                    case "where" -> text.append(" WHERE ");
                    case "trim" ->
                        text.append(' ').append(attribute(xml, "prefix")).append(' ');
                    case "include" ->
                        text.append(' ')
                                .append(fragment(attribute(xml, "refid")))
                                .append(' ');
                    default -> text.append(' ');
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                skipped -= SKIPPED.contains(open.pop()) ? 1 : 0;
                text.append(' ');
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && skipped == 0) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private String fragment(String id) {
        return fragments.getOrDefault(id.substring(id.lastIndexOf('.') + 1), "");
    }
}
