package org.tongxin.app.organisation;

/**
 * What a street is made of. In a demonstration households, types and compounds are scenario data.
 *
 * @param households 0 where none are kept
 * @param compounds residential compounds
 * @param unmanaged of these, without property management
 * @param communities whose type is known
 * @param old of these, of the old, the redeveloped and the village type
 */
public record StreetProfile(String path, int households, int compounds, int unmanaged, int communities, int old) {}
