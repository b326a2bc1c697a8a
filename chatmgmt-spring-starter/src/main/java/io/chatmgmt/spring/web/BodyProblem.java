package io.chatmgmt.spring.web;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Says which member of a body is at fault. */
final class BodyProblem {

    private BodyProblem() {}

    static Problem.Field of(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException cause) {
            StringBuilder path = new StringBuilder();
            for (JacksonException.Reference step : cause.getPath()) {
                if (step.getPropertyName() != null) {
                    path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
                }
            }
            Throwable root = cause.getCause();
            return new Problem.Field(
                    path.toString(),
                    root instanceof IllegalArgumentException || root instanceof NullPointerException
                            ? String.valueOf(root.getMessage())
                            : "cannot be understood");
        }
        return new Problem.Field("", "the body must be a JSON object as described");
    }
}
