package io.chatmgmt.spring.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the bodies of this package as they are documented, however the application has its own JSON
 * configured. Thread-safe.
 */
final class ApiBodyConverter extends AbstractHttpMessageConverter<Object> {

    private final JsonMapper mapper;

    ApiBodyConverter(JsonMapper mapper) {
        super(StandardCharsets.UTF_8, MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
        this.mapper = mapper;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return ApiTypes.isOurs(type);
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        try {
            return mapper.readValue(message.getBody(), type);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("not as described", e, message);
        }
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage message) throws IOException {
        message.getBody().write(mapper.writeValueAsBytes(body));
    }
}
