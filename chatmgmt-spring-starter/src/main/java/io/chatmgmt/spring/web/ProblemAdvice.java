package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.governance.AgentNotFoundException;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.ContentionException;
import io.chatmgmt.governance.ConversationNotFoundException;
import io.chatmgmt.governance.PersonResult;
import io.chatmgmt.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what went wrong in this package's controllers, and nothing about the application's. Thread-safe. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ChatGovernance governance;
    private final Rows rows;
    private final Winners winners;

    ProblemAdvice(ChatGovernance governance, Rows rows, Winners winners) {
        this.governance = governance;
        this.rows = rows;
        this.winners = winners;
    }

    @ExceptionHandler
    ResponseEntity<Problem> onUnauthenticated(UnauthenticatedException e, HttpServletRequest request) {
        return answer(HttpStatus.UNAUTHORIZED, ProblemCode.UNAUTHENTICATED, "Sign in first.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onDenied(AccessDeniedException e, HttpServletRequest request) {
        String detail = "This needs the permission " + e.permission() + ".";
        return answer(
                Problem.of(ProblemCode.FORBIDDEN, HttpStatus.FORBIDDEN.value(), detail)
                        .about(value(e), null),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onNoConversation(ConversationNotFoundException e, HttpServletRequest request) {
        return answer(
                Problem.of(ProblemCode.NOT_FOUND, HttpStatus.NOT_FOUND.value(), "There is no such conversation.")
                        .about(value(e), null),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onNoAgent(AgentNotFoundException e, HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, ProblemCode.NOT_FOUND, "There is no such agent.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onNothingSuch(NothingSuchException e, HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, e.code(), e.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onNotWon(NotWonException e, HttpServletRequest request) {
        Command command = e.command();
        String id = command.id().value();
        if (e.result() instanceof PersonResult.NoRoom full) {
            return answer(
                    Problem.of(
                                    ProblemCode.NO_ROOM,
                                    HttpStatus.CONFLICT.value(),
                                    "Nothing changed: the agent has reached their limit, or may not get work now.")
                            .about(id, full.agent().value()),
                    request);
        }
        if (e.result() instanceof PersonResult.Nobody nobody) {
            return answer(
                    Problem.of(ProblemCode.NOBODY, HttpStatus.CONFLICT.value(), "Nothing changed: nobody can take it.")
                            .about(id, null)
                            .because(nobody.reason().name()),
                    request);
        }
        PersonResult.Lost lost = (PersonResult.Lost) e.result();
        HttpStatus status = command.concern() == null ? HttpStatus.CONFLICT : HttpStatus.PRECONDITION_FAILED;
        Winners.First first = winners.find(lost, command.concern());
        Caller caller = command.caller();
        return answer(
                Problem.of(ProblemCode.LOST, status.value(), "Nothing changed: what this is about is gone.")
                        .about(id, null)
                        .wonBy(first.by(), first.at(), rows.of(governance.desk(caller), lost.current())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onMissingPrecondition(PreconditionRequiredException e, HttpServletRequest request) {
        return answer(HttpStatus.PRECONDITION_REQUIRED, ProblemCode.PRECONDITION_REQUIRED, e.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onInvalid(InvalidRequestException e, HttpServletRequest request) {
        return invalid(e.fields(), request);
    }

    /** What the library itself finds wrong with an argument, which it names first. */
    @ExceptionHandler
    ResponseEntity<Problem> onInvalid(IllegalArgumentException e, HttpServletRequest request) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(' ');
        return invalid(
                List.of(
                        end < 1
                                ? new Problem.Field("", message)
                                : new Problem.Field(message.substring(0, end), message.substring(end + 1))),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onInvalid(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        Class<?> type = e.getRequiredType();
        String message = type != null && type.isEnum()
                ? "must be one of " + List.of(type.getEnumConstants())
                : "cannot be understood";
        return invalid(List.of(new Problem.Field(e.getName(), message)), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onInvalid(BindException e, HttpServletRequest request) {
        List<Problem.Field> fields = e.getFieldErrors().stream()
                .map(each -> new Problem.Field(each.getField(), "cannot be " + each.getRejectedValue()))
                .toList();
        return invalid(fields.isEmpty() ? List.of(new Problem.Field("", "cannot be understood")) : fields, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onInvalid(MissingServletRequestParameterException e, HttpServletRequest request) {
        return invalid(List.of(new Problem.Field(e.getParameterName(), "must be given")), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onInvalid(HttpMessageNotReadableException e, HttpServletRequest request) {
        return invalid(List.of(BodyProblem.of(e)), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onStore(StoreException e, HttpServletRequest request) {
        log.warn("the store failed a request for {}", request.getRequestURI(), e);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, ProblemCode.STORE_UNAVAILABLE, "Try again soon.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> onContention(ContentionException e, HttpServletRequest request) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, ProblemCode.CONTENTION, "Try again.", request);
    }

    /** What Spring MVC itself refuses: a wrong method, a body that it cannot read, an answer that nobody can give. */
    @ExceptionHandler
    ResponseEntity<Problem> onOther(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof ErrorResponse refusal) {
            int status = refusal.getStatusCode().value();
            return answer(
                    Problem.of(
                            ProblemCode.UNSUPPORTED, status, refusal.getBody().getDetail()),
                    request);
        }
        throw e;
    }

    private static @Nullable String value(ChatGovernanceException e) {
        return e.conversation().map(ConversationId::value).orElse(null);
    }

    private static ResponseEntity<Problem> invalid(List<Problem.Field> fields, HttpServletRequest request) {
        Problem.Field first = fields.get(0);
        String detail = (first.field() + " " + first.message()).strip();
        return answer(
                Problem.of(ProblemCode.INVALID, HttpStatus.BAD_REQUEST.value(), detail)
                        .with(fields),
                request);
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status, ProblemCode code, @Nullable String detail, HttpServletRequest request) {
        return answer(Problem.of(code, status.value(), detail), request);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.at(request.getRequestURI()));
    }
}
