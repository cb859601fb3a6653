package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;

/** Shows every template who acts, and answers those who may not. */
@ControllerAdvice
class ActorAdvice {

    private final ProblemWords words;

    ActorAdvice(ProblemWords words) {
        this.words = words;
    }

    /** Absent for a visitor outside a demonstration. */
    @ModelAttribute("actor")
    @Nullable Actor actor() {
        return CurrentActor.find().orElse(null);
    }

    @ExceptionHandler(NotAllowed.class)
    Object notAllowed(NotAllowed why, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(words.problem(why.refusal(), HttpStatus.FORBIDDEN, request));
        }
        return RefusalController.page(why.refusal(), words, request);
    }
}
