package org.example.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("org.example.processor.WithStatus")
public class StatusProcessor extends AbstractProcessor {
    private static final String TICKET = String.join(
            "\n",
            "package org.example;",
            "public class Ticket {",
            "    public enum Status { OPEN, DONE, FAILED }",
            "    private Status status = Status.OPEN;",
            "    private String failureReason;",
            "    public void setStatus(Status status) { this.status = status; }",
            "    public void setFailureReason(String reason) { this.failureReason = reason; }",
            "    public void giveUp() { this.status = Status.FAILED; }",
            "}");

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!annotations.isEmpty()) {
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("org.example.Ticket").openWriter()) {
                out.write(TICKET);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
