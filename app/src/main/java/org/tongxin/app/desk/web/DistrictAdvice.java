package org.tongxin.app.desk.web;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongxin.app.organisation.Area;
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
}
