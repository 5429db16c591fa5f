// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/http/message.h"
#include <QMap>
#include <optional>

namespace tenantry::api {

using Fields = QMap<QByteArray, QString>;

/// What a form sent (application/x-www-form-urlencoded); nothing where it is something else, a
/// field comes twice or is no UTF-8.
[[nodiscard]] std::optional<Fields> readForm(const http::Request &request);

/// The word that a form of a link's page carries: who does not have the link cannot make it.
[[nodiscard]] QString formWord(const QByteArray &token);

/// Whether the form comes from a page of that link, as far as the browser and the form say.
[[nodiscard]] bool isOurForm(const http::Request &request, const Fields &fields,
                             const QByteArray &token);

} // namespace tenantry::api
