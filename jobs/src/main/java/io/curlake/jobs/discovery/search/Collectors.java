package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.account.AccessKeys;
import io.curlake.jobs.discovery.collect.account.Buckets;
import io.curlake.jobs.discovery.collect.account.Users;
import io.curlake.jobs.discovery.collect.container.EcsClusters;
import io.curlake.jobs.discovery.collect.container.EksClusters;
import io.curlake.jobs.discovery.collect.container.Functions;
import io.curlake.jobs.discovery.collect.container.LogGroups;
import io.curlake.jobs.discovery.collect.data.CacheClusters;
import io.curlake.jobs.discovery.collect.data.DatabaseClusters;
import io.curlake.jobs.discovery.collect.data.DatabaseInstances;
import io.curlake.jobs.discovery.collect.data.DatabaseSnapshots;
import io.curlake.jobs.discovery.collect.data.FileSystems;
import io.curlake.jobs.discovery.collect.data.KeyValueTables;
import io.curlake.jobs.discovery.collect.data.RedshiftClusters;
import io.curlake.jobs.discovery.collect.data.SearchDomains;
import io.curlake.jobs.discovery.collect.machine.Images;
import io.curlake.jobs.discovery.collect.machine.Instances;
import io.curlake.jobs.discovery.collect.machine.Snapshots;
import io.curlake.jobs.discovery.collect.machine.Volumes;
import io.curlake.jobs.discovery.collect.network.Addresses;
import io.curlake.jobs.discovery.collect.network.ClassicLoadBalancers;
import io.curlake.jobs.discovery.collect.network.LoadBalancers;
import io.curlake.jobs.discovery.collect.network.NatGateways;
import io.curlake.jobs.discovery.collect.network.NetworkInterfaces;
import io.curlake.jobs.discovery.collect.network.SecurityGroups;
import io.curlake.jobs.discovery.collect.network.VpcEndpoints;
import java.util.List;

/** One collector for each type of resource. A new type is a line here, and one in the types' own list. */
final class Collectors {
    static final List<Collector> ALL = List.of(
            new Instances(),
            new Volumes(),
            new Snapshots(),
            new Images(),
            new Addresses(),
            new NetworkInterfaces(),
            new NatGateways(),
            new VpcEndpoints(),
            new SecurityGroups(),
            new LoadBalancers(),
            new ClassicLoadBalancers(),
            new DatabaseInstances(),
            new DatabaseClusters(),
            new DatabaseSnapshots(),
            new CacheClusters(),
            new SearchDomains(),
            new RedshiftClusters(),
            new FileSystems(),
            new Functions(),
            new EcsClusters(),
            new EksClusters(),
            new KeyValueTables(),
            new LogGroups(),
            new Buckets(),
            new Users(),
            new AccessKeys());

    private Collectors() {}
}
