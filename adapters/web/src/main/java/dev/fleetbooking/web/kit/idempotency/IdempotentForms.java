package dev.fleetbooking.web.kit.idempotency;

import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.web.kit.Form;
import dev.fleetbooking.web.kit.Pages;
import dev.fleetbooking.web.kit.SubmissionInProgressException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.web.servlet.ModelAndView;

/** Does what a form asks for once, however often it is sent. The application that uses this adapter provides a bean. */
public interface IdempotentForms {

    /**
     * Makes the call and stores its answer for the submission, both in one transaction, or returns the stored answer. Waits for a
     * call for the same submission that is in progress. Exceptions of the call are passed on and roll everything back, so that
     * the form can be sent again.
     *
     * @param submission equal if the same caller sends the same content from the same page, and else different
     * @param call       returns the address of the page to show next
     * @throws SubmissionInProgressException if the wait takes too long
     */
    String once(String submission, Supplier<String> call);

    /**
     * Makes a change of what the sender of the form saw, and shows its page again, at its address or with what was refused.
     *
     * @param change takes the precondition that the form sent
     */
    default ModelAndView step(
            Form form, String address, Consumer<Precondition> change, Function<Refusal, ModelAndView> page) {
        try {
            return Pages.seeOther(once(form.submission(), () -> {
                change.accept(form.precondition());
                return address;
            }));
        } catch (RefusedException refused) {
            return page.apply(refused.refusal());
        }
    }
}
