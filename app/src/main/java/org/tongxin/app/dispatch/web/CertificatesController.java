package org.tongxin.app.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.dispatch.duty.Certificate;
import org.tongxin.app.dispatch.duty.Certificates;

/** Lets anyone who holds a certificate see whether it is genuine, and what a genuine one says. */
@Controller
class CertificatesController {

    private final Certificates certificates;

    CertificatesController(Certificates certificates) {
        this.certificates = certificates;
    }

    @GetMapping("/certificates")
    String verify(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String checksum,
            HttpServletResponse response,
            Model model) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        boolean asked = !number.isBlank() || !checksum.isBlank();
        Certificate genuine = asked ? certificates.verify(number, checksum).orElse(null) : null;
        model.addAttribute("asked", asked);
        model.addAttribute("number", number);
        model.addAttribute("typed", checksum);
        model.addAttribute("certificate", genuine);
        return "dispatch/own/verify";
    }
}
