package dev.fleetbooking.web.kit;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Answers to forms. */
public final class Pages {

    private Pages() {
    }

    /** The status of a page that shows a refusal beside its form: that of the API. */
    public static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case CommonRefusal.ValidationFailed _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CommonRefusal.RevisionMismatch _ -> HttpStatus.PRECONDITION_FAILED;
            case CommonRefusal.RevisionRequired _ -> HttpStatus.PRECONDITION_REQUIRED;
            default -> HttpStatus.CONFLICT;
        };
    }

    /** After a change: the page that shows it, so that a reload does not send the form again. */
    public static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
