package io.chatmgmt.spring;

import io.chatmgmt.store.jdbc.SchemaException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains tables that are missing, or of another version, and stop the application from starting. */
final class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<SchemaException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaException cause) {
        String action = cause.found() == 0
                ? "Set chatmgmt.jdbc.initialize-schema to if-missing, or run the script of your database that lies in"
                        + " io/chatmgmt/store/jdbc/ of chatmgmt-core. Set chatmgmt.jdbc.enabled to false to keep"
                        + " conversations in memory."
                : "Run the upgrade scripts that the changelog names, or use the version of the library that made the"
                        + " tables.";
        return new FailureAnalysis("The database is not ready for chatmgmt: " + cause.getMessage(), action, cause);
    }
}
