<?php
// WordPress asks no address of a private network, and few ports: here the site is on this
// machine.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) {
	return array_merge($ports, [parse_url($url, PHP_URL_PORT)]);
}, 10, 3);
// No pictures of visitors, which are fetched from elsewhere.
add_filter('pre_option_show_avatars', '__return_zero');
