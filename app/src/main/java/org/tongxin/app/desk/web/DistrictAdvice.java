package org.tongxin.app.desk.web;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.DistrictNotLoaded;
import org.tongxin.app.organisation.Organisation;

/** Gives every page the name of the district. */
@ControllerAdvice
class DistrictAdvice {

    private final Organisation organisation;

    DistrictAdvice(Organisation organisation) {
        this.organisation = organisation;
    }

    @ModelAttribute("districtName")
    String districtName() {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return organisation
                .findDistrict()
                .map(english ? Area::nameEn : Area::name)
                .orElse("");
    }

    /** While a demonstration is loaded anew, every page says so and asks again by itself. */
    @ExceptionHandler(DistrictNotLoaded.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String loading() {
        return "desk/loading";
    }
}
