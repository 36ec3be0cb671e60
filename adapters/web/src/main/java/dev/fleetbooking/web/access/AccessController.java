package dev.fleetbooking.web.access;

import dev.fleetbooking.domain.kit.CommonRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people see who may not see more. */
@Controller
class AccessController {

    @GetMapping("/logged-out")
    String showLoggedOut() {
        return "logged-out";
    }

    /** Whatever was refused is forwarded to it with its method. */
    @RequestMapping("/refused")
    void showRefused() {
        throw new CommonRefusal.Forbidden().asException();
    }
}
