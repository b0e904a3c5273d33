/// Real peers as processes for tests: kamailio, baresip, sipp; and a softphone to set against them. Started on free
/// ports in a folder of their own, stopped with the test, killed with the JVM.
@NullMarked
package ru.garnitura.softphone.peers;

import org.jspecify.annotations.NullMarked;
