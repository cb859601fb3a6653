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
import org.tongxin.app.platform.PlatformSettings;

/** Gives every page the name of the district. */
@ControllerAdvice
class DistrictAdvice {

    private final Organisation organisation;
    private final PlatformSettings settings;

    DistrictAdvice(Organisation organisation, PlatformSettings settings) {
        this.organisation = organisation;
        this.settings = settings;
    }

    @ModelAttribute("districtName")
    String districtName() {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return organisation
                .findDistrict()
                .map(english ? Area::nameEn : Area::name)
                .orElse("");
    }

    /**
     * While a demonstration is loaded anew, every page says so and asks again by itself. In operation nothing loads by itself: the page
     * says who takes the list of units in, and where.
     */
    @ExceptionHandler(DistrictNotLoaded.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String loading() {
        return settings.demonstration() ? "desk/loading" : "desk/empty";
    }
}
