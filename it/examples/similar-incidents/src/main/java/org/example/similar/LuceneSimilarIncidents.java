package org.example.similar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.runincident.model.ErrorChain;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.insight.SimilarIncidents;
import org.runincident.model.present.Redactor;

/**
 * Similar incidents from an index in memory. The sentence of an incident is redacted before it is indexed. What was deleted stays
 * deleted while this lives; an index on disk would have to keep those ids, too.
 */
public final class LuceneSimilarIncidents implements SimilarIncidents, AutoCloseable {
    private static final String ID = "id";
    private static final String RUN = "run";
    private static final String CODE = "code";
    private static final String WORDS = "words";
    private static final String ERROR = "error";
    private static final String STEP = "step";
    private static final String RESOLUTION = "resolution";
    private static final String AT = "at";
    private static final float CODE_WEIGHT = 3;
    private static final Sort BEST_THEN_LATEST =
            new Sort(SortField.FIELD_SCORE, new SortField(AT, SortField.Type.LONG, true));

    private final Analyzer analyzer = new StandardAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Set<String> deleted = new HashSet<>();

    public LuceneSimilarIncidents() throws IOException {
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
        searchers = new SearcherManager(writer, null);
    }

    /**
     * Indexes an incident; again, with newer data, if it is there already. One that was deleted is left out.
     *
     * @param resolution what resolved it; null if nobody said
     */
    public synchronized void remember(RunIncident incident, String resolution) throws IOException {
        if (deleted.contains(incident.id())) {
            return;
        }
        Document document = new Document();
        document.add(new StringField(ID, incident.id(), Field.Store.YES));
        document.add(new StringField(RUN, incident.runId(), Field.Store.YES));
        document.add(new StringField(CODE, code(incident), Field.Store.NO));
        document.add(new TextField(WORDS, sentence(incident), Field.Store.NO));
        document.add(new NumericDocValuesField(AT, incident.at().toEpochMilli()));
        addIfKnown(document, ERROR, error(incident));
        addIfKnown(document, STEP, incident.phase().step());
        if (resolution != null) {
            document.add(new StoredField(RESOLUTION, resolution));
        }
        writer.updateDocument(new Term(ID, incident.id()), document);
        searchers.maybeRefreshBlocking();
    }

    /** Deletes an incident: once this returns it never surfaces again, even if it is remembered once more. */
    public synchronized void delete(String incidentId) throws IOException {
        deleted.add(incidentId);
        writer.deleteDocuments(new Term(ID, incidentId));
        searchers.maybeRefreshBlocking();
    }

    /** {@inheritDoc} Scores can be compared within one answer only. */
    @Override
    public synchronized List<Similar> like(RunIncident incident, int max) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return like(searcher, incident, max);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("similar incidents cannot be read", e);
        }
    }

    private List<Similar> like(IndexSearcher searcher, RunIncident incident, int max) throws IOException {
        Query query = others(incident);
        List<Similar> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, max, BEST_THEN_LATEST, true).scoreDocs) {
            Document past = searcher.storedFields().document(hit.doc);
            // Lucene's scores have no upper bound; this maps them to (0, 1) in the same order.
            double score = hit.score / (hit.score + 1.0);
            found.add(new Similar(past.get(ID), past.get(RUN), score, past.get(RESOLUTION)));
        }
        return found;
    }

    private Query others(RunIncident incident) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new BoostQuery(new TermQuery(new Term(CODE, code(incident))), CODE_WEIGHT), Occur.SHOULD);
        for (String word : words(sentence(incident))) {
            query.add(new TermQuery(new Term(WORDS, word)), Occur.SHOULD);
        }
        String error = error(incident);
        if (error != null) {
            query.add(new TermQuery(new Term(ERROR, error)), Occur.SHOULD);
        }
        if (incident.phase().step() != null) {
            query.add(new TermQuery(new Term(STEP, incident.phase().step())), Occur.SHOULD);
        }
        query.add(new TermQuery(new Term(ID, incident.id())), Occur.MUST_NOT);
        return query.build();
    }

    private Set<String> words(String text) throws IOException {
        Set<String> words = new HashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(WORDS, new StringReader(text))) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < IndexSearcher.getMaxClauseCount() / 2) {
                words.add(word.toString());
            }
        }
        return words;
    }

    private static String code(RunIncident incident) {
        return incident.cause().reason().code().code();
    }

    private static String sentence(RunIncident incident) {
        return Redactor.standard().redact("", incident.cause().reason().message());
    }

    /** Null if no exception is known. */
    private static String error(RunIncident incident) {
        ErrorChain errors = incident.cause().reason().cause();
        return errors == null ? null : errors.root().type();
    }

    private static void addIfKnown(Document document, String field, String value) {
        if (value != null) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
        analyzer.close();
    }
}
