package org.runincident.audit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.AuditResult;
import org.runincident.audit.catalog.FailureCatalog.Entry;
import org.runincident.audit.catalog.FailureCatalog.Mention;
import org.runincident.audit.report.catalog.CatalogMarkdown;
import org.runincident.audit.source.SourceRoot;
import org.runincident.audit.source.SourceSet;
import org.runincident.vocabulary.WordLists;

class CataloguingTest {
    private static final String OUR_CODES = """
            package org.example;
            import org.runincident.model.FailureCategory;
            import org.runincident.model.FailureCode;
            enum BillingCode implements FailureCode {
                /** The bank said no. And no again. */
                PAYMENT_DECLINED(FailureCategory.CONFIGURATION, "The bank declined the payment of {amount}."),
                BANK_AWAY(FailureCategory.NETWORK, "The bank does not answer.");
                private final FailureCategory category;
                private final String message;
                BillingCode(FailureCategory category, String message) {
                    this.category = category;
                    this.message = message;
                }
                @Override public FailureCategory category() { return category; }
                @Override public String message() { return message; }
            }
            """;

    @TempDir
    Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private FailureCatalog catalog() throws IOException {
        Path main = root.resolve("src/main/java");
        Path test = root.resolve("src/test/java");
        AuditResult result = Audit.run(AuditRequest.of(root, List.of(AuditModule.of("billing", root, main))));
        return new Cataloguing(
                        SourceSet.find(root, List.of(new SourceRoot(main, "billing", true))),
                        SourceSet.find(root, List.of(new SourceRoot(test, "billing", false))),
                        WordLists.defaults().words("failureCodeTypes"))
                .of(root, result.modules().get(0).inventory().statusSites());
    }

    private static Entry entry(FailureCatalog catalog, String label) {
        return catalog.codes().stream()
                .filter(entry -> entry.code().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_code_of_the_model_says_what_its_constant_is_given() throws IOException {
        write("src/main/java/org/example/BillingCode.java", OUR_CODES);

        DeclaredCode declined = entry(catalog(), "BillingCode.PAYMENT_DECLINED").code();

        assertThat(declined.code()).isEqualTo("payment_declined");
        assertThat(declined.message()).isEqualTo("The bank declined the payment of {amount}.");
        assertThat(declined.category()).isEqualTo("CONFIGURATION");
        assertThat(declined.recovery()).isEqualTo("permanent");
        assertThat(declined.documentation()).isEqualTo("The bank said no.");
        assertThat(entry(catalog(), "BillingCode.BANK_AWAY").code().recovery()).isEqualTo("transient");
    }

    @Test
    void enums_and_constants_that_are_named_as_codes_are_codes_and_others_are_not() throws IOException {
        write("src/main/java/org/example/OrderErrorCode.java", """
                package org.example;
                public enum OrderErrorCode {
                    NO_STOCK("ORD-101", "Out of stock", false), TIMED_OUT("ORD-102", "Took too long", true);
                    OrderErrorCode(String code, String description, boolean retryable) {}
                }
                """);
        write("src/main/java/org/example/ErrorCodes.java", """
                package org.example;
                final class ErrorCodes { static final String DISK_FULL = "E42"; private int other = 3; }
                """);
        write("src/main/java/org/example/Colour.java", "package org.example; enum Colour { RED, GREEN }");

        FailureCatalog catalog = catalog();

        assertThat(catalog.codes().stream().map(entry -> entry.code().label()))
                .containsExactly("ErrorCodes.DISK_FULL", "OrderErrorCode.NO_STOCK", "OrderErrorCode.TIMED_OUT");
        DeclaredCode timedOut = entry(catalog, "OrderErrorCode.TIMED_OUT").code();
        assertThat(timedOut.code()).isEqualTo("ORD-102");
        assertThat(timedOut.message()).isEqualTo("Took too long");
        assertThat(timedOut.recovery()).isEqualTo("transient");
    }

    @Test
    void a_code_is_raised_where_it_is_given_on_and_not_where_it_is_looked_at() throws IOException {
        write("src/main/java/org/example/BillingCode.java", OUR_CODES);
        write("src/main/java/org/example/Billing.java", """
                package org.example;
                import static org.example.BillingCode.BANK_AWAY;
                import java.util.Set;
                class Billing {
                    static final Set<BillingCode> AGAIN = Set.of(BillingCode.BANK_AWAY);
                    void pay(Throwable t) { throw new BillingException(BANK_AWAY, "no answer from " + host); }
                    void refund() { throw new BillingException(BillingCode.BANK_AWAY, "connection lost"); }
                    boolean isAgain(BillingCode code) { return code == BillingCode.PAYMENT_DECLINED; }
                    boolean same(BillingCode code) { return BillingCode.PAYMENT_DECLINED.equals(code); }
                    int number(BillingCode code) {
                        switch (code) { case PAYMENT_DECLINED: return 1; default: return 2; }
                    }
                }
                """);

        FailureCatalog catalog = catalog();

        Entry away = entry(catalog, "BillingCode.BANK_AWAY");
        assertThat(away.raised()).extracting(raise -> raise.member()).containsExactly("Billing#pay", "Billing#refund");
        assertThat(away.messages()).containsExactly("connection lost", "no answer from {host}");
        assertThat(catalog.ambiguous()).containsExactly(away);
        assertThat(catalog.neverRaised()).containsExactly(entry(catalog, "BillingCode.PAYMENT_DECLINED"));
    }

    @Test
    void a_message_may_stand_in_a_chain_of_calls() throws IOException {
        write("src/main/java/org/example/BillingCode.java", OUR_CODES);
        write("src/main/java/org/example/Billing.java", """
                package org.example;
                class Billing {
                    void pay(Run run, Exception e) {
                        run.fail(FailureReason.of(BillingCode.BANK_AWAY).with("host", "bank").message("gone").cause(e));
                    }
                    Exception refund() { return BillingCode.PAYMENT_DECLINED.asException("declined"); }
                }
                """);

        assertThat(entry(catalog(), "BillingCode.BANK_AWAY").messages()).containsExactly("gone");
        assertThat(entry(catalog(), "BillingCode.PAYMENT_DECLINED").messages()).containsExactly("declined");
    }

    @Test
    void codes_of_the_library_are_listed_where_they_are_raised() throws IOException {
        write("src/main/java/org/example/Billing.java", """
                package org.example;
                import org.runincident.model.CommonCode;
                import org.runincident.model.FailureReason;
                class Billing { FailureReason full() { return FailureReason.of(CommonCode.DISK_FULL); } }
                """);

        FailureCatalog catalog = catalog();

        assertThat(catalog.codes()).hasSize(1);
        assertThat(catalog.codes().get(0).code().message()).isEqualTo("The disk is full.");
    }

    @Test
    void what_is_missing_is_named() throws IOException {
        write("src/main/java/org/example/BillingCode.java", OUR_CODES);
        write("src/main/java/org/example/RetryErrorCode.java", "package org.example; enum RetryErrorCode { GONE }");
        write(
                "src/test/java/org/example/BillingTest.java",
                "package org.example; class BillingTest { Object o = BillingCode.BANK_AWAY; }");

        assertThat(entry(catalog(), "BillingCode.BANK_AWAY").missing()).isEmpty();
        assertThat(entry(catalog(), "BillingCode.PAYMENT_DECLINED").missing()).containsExactly("test");
        assertThat(entry(catalog(), "RetryErrorCode.GONE").missing())
                .containsExactly("message", "category", "recovery", "test");
    }

    @Test
    void a_status_that_records_the_code_tells_how_well() throws IOException {
        write(
                "src/main/java/org/example/OrderErrorCode.java",
                "package org.example; enum OrderErrorCode { NO_STOCK, LATE }");
        write("src/main/java/org/example/Order.java", """
                package org.example;
                class Order {
                    enum Status { NEW, FAILED }
                    private Status status; private OrderErrorCode errorCode;
                    void setStatus(Status status) { this.status = status; }
                    void setErrorCode(OrderErrorCode errorCode) { this.errorCode = errorCode; }
                }
                """);
        write("src/main/java/org/example/Shop.java", """
                package org.example;
                class Shop {
                    void sell(Order order) {
                        order.setErrorCode(OrderErrorCode.NO_STOCK);
                        order.setStatus(Order.Status.FAILED);
                    }
                    void late(Log log) { log.write(OrderErrorCode.LATE); }
                }
                """);

        assertThat(entry(catalog(), "OrderErrorCode.NO_STOCK").statuses()).containsExactly("structured");
        assertThat(entry(catalog(), "OrderErrorCode.LATE").missing()).contains("a status that records it");
    }

    @Test
    void documents_name_codes_that_are_declared_and_some_that_are_not() throws IOException {
        write("src/main/java/org/example/OrderErrorCode.java", """
                package org.example;
                public enum OrderErrorCode {
                    NO_STOCK("ORD-101"), TIMED_OUT("ORD-102");
                    OrderErrorCode(String code) {}
                }
                """);
        write("docs/runbook.md", """
                See `OrderErrorCode.NO_STOCK` and OrderErrorCode.NO_MONEY.
                Call the shop on ORD-102, the bank on ORD-103; ISO-8859 and HTTP_PROXY are something else.

                | Code | Do |
                | --- | --- |
                | `NO_STOCK` | order more |
                | `TIMED_OUT` | wait |
                | `CARD_STOLEN` | call the police |

                - SOMETHING_ELSE
                """);

        FailureCatalog catalog = catalog();

        assertThat(catalog.undeclared())
                .containsExactly(
                        new Mention("docs/runbook.md", 1, "OrderErrorCode.NO_MONEY"),
                        new Mention("docs/runbook.md", 2, "ORD-103"),
                        new Mention("docs/runbook.md", 8, "CARD_STOLEN"));
        assertThat(entry(catalog, "OrderErrorCode.TIMED_OUT").documents())
                .extracting(Mention::line)
                .containsExactly(2, 7);
    }

    @Test
    void the_markdown_lists_them_by_type_and_what_is_the_matter_below() throws IOException {
        write("src/main/java/org/example/BillingCode.java", OUR_CODES);
        FailureCatalog catalog = catalog();

        assertThat(CatalogSummary.of(catalog)).isEqualTo("2 failure codes in 1 type; 2 are raised nowhere.");
        assertThat(new String(CatalogMarkdown.write(catalog), StandardCharsets.UTF_8))
                .containsSubsequence(
                        "# Failure catalog",
                        "## `BillingCode`",
                        "| `PAYMENT_DECLINED` `payment_declined` | The bank declined the payment of {amount}. |",
                        "| nowhere | 0 | test |",
                        "## Declared, and raised nowhere",
                        "- `BillingCode.PAYMENT_DECLINED` `src/main/java/org/example/BillingCode.java:6`");
    }

    @Test
    void a_project_without_codes_is_told_what_a_code_is() throws IOException {
        write("src/main/java/org/example/Colour.java", "package org.example; enum Colour { RED, GREEN }");

        assertThat(CatalogSummary.of(catalog())).startsWith("No failure code is declared here.");
    }
}
