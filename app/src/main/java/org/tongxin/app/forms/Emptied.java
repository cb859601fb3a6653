package org.tongxin.app.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells of lines that are not filled: what stood in them is of another day or another hand. */
final class Emptied {

    private Emptied() {}

    static List<Address> of(FormMapping mapping, Filled filled, Grid grid) {
        Set<Address> strangers =
                filled.strangers().stream().map(Filled.Stranger::at).collect(Collectors.toCollection(HashSet::new));
        return mapping.blocks().stream()
                .filter(block -> !block.whole())
                .flatMap(block -> IntStream.rangeClosed(block.first(), block.last())
                        .boxed()
                        .filter(line -> strangers.contains(block.address(line, block.placeLine())))
                        .flatMap(line -> block.figures().keySet().stream().map(of -> block.address(line, of))))
                .filter(at -> !grid.isFormula(at.row(), at.column()))
                .toList();
    }
}
