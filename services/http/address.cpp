// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/server.h"

using namespace Qt::StringLiterals;

namespace tenantry::http {

Result<ServerOptions> parseAddress(const QString &text) {
  ServerOptions options;
  bool isNumber = false;
  options.address = text.section(u':', 0, -2);
  options.port = text.section(u':', -1).toUShort(&isNumber);
  if (options.address.startsWith(u'[') && options.address.endsWith(u']'))
    options.address = options.address.mid(1, options.address.size() - 2);
  else if (options.address.contains(u':'))
    isNumber = false; // an IPv6 address without its brackets
  if (!isNumber || options.address.isEmpty())
    return fail(u"http.address_invalid"_s,
                u"“%1” is not an address to listen on: write 127.0.0.1:8480 or "
                u"[::1]:8480."_s.arg(text));
  return options;
}

} // namespace tenantry::http
