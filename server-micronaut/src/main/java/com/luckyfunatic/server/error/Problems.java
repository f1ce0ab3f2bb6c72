package com.luckyfunatic.server.error;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.request.TraceId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Builds error answers. */
public final class Problems {
    private static final FailureLog FAILURES =
            new FailureLog(LoggerFactory.getLogger(Problems.class), System::nanoTime);

    private static final int SERVER_ERRORS_FROM = 500;

    private Problems() {}

    /**
     * The answer to an exception, or to a request that the framework refused with {@code status}.
     */
    public static MutableHttpResponse<Problem> answer(
            HttpRequest<?> request, @Nullable Throwable failure, HttpStatus status) {
        return fill(HttpResponse.ok(), request, ProblemMapper.map(failure, status));
    }

    /** The body of the answer to {@code failure}. */
    public static Problem body(ProblemException failure, String traceId) {
        return failure.toProblem(traceId);
    }

    /** Gives a bare error answer of the framework a body. */
    public static void complete(MutableHttpResponse<?> response, HttpRequest<?> request) {
        boolean foreignPage =
                response.status() == HttpStatus.FORBIDDEN && request.getOrigin().isPresent();
        fill(
                response,
                request,
                foreignPage
                        ? new ProblemException(
                                ProblemCode.ORIGIN_NOT_ALLOWED,
                                ProblemCode.ORIGIN_NOT_ALLOWED.description())
                        : ProblemMapper.map(null, response.status()));
    }

    /** Gives the answer to a page that may call, but not in the way it asked for, a body. */
    public static void refusePreflight(MutableHttpResponse<?> response, HttpRequest<?> request) {
        fill(
                response,
                request,
                new ProblemException(
                        ProblemCode.FORBIDDEN,
                        "pages of this origin may call, but there is no such route with this"
                                + " method, or a header is not among those that pages may send"));
    }

    /** Turns an answer that has no useful body into an error answer; its other headers stay. */
    static MutableHttpResponse<Problem> fill(
            MutableHttpResponse<?> response, HttpRequest<?> request, ProblemException known) {
        ProblemException problem = namingTheOperation(known, RequestContext.of(request));
        Throwable cause = problem.getCause();
        if (cause != null) {
            FAILURES.write(problem.code(), request.getMethodName(), request.getPath(), cause);
        }
        problem.headers().forEach(response::header);
        return response.status(problem.code().status())
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(problem.toProblem(traceId(request, response)));
    }

    /** After a failure of ours, the caller must be able to find out whether it took effect. */
    private static ProblemException namingTheOperation(
            ProblemException problem, @Nullable RequestContext context) {
        if (context == null || problem.code().status().getCode() < SERVER_ERRORS_FROM) {
            return problem;
        }
        OperationId operationId = context.operationId();
        if (operationId == null) {
            return problem;
        }
        return problem.adding(
                        "the outcome is unknown: "
                                + (context.isRepeatedOnly() ? "" : ask(operationId) + ", or ")
                                + "repeat the request with this answer's "
                                + RequestContext.OPERATION_HEADER)
                .withHeaders(Map.of(RequestContext.OPERATION_HEADER, operationId.value()));
    }

    private static String ask(OperationId id) {
        return "ask GET /operations/"
                + URLEncoder.encode(id.value(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Requests too broken for the filters have no context yet, and get their trace id here. The
     * framework closes the connection after such an answer; a client that is not told would send
     * its next request into it.
     */
    private static String traceId(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RequestContext context = RequestContext.of(request);
        if (context != null) {
            return context.traceId();
        }
        String traceId = TraceId.of(null, null);
        response.header(TraceId.HEADER, traceId).header(HttpHeaders.CONNECTION, "close");
        return traceId;
    }
}
