// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include <QStringList>
#include <span>
#include <string_view>

/// The mails that are sent, by the names of their templates, and what each may speak of.
namespace tenantry::business {

struct MailKind {
  std::string_view id;
  /// Beside `organization`, `business` and `link`, which every one has. `link` stands in texts
  /// only: it is a secret, made when the mail is sent.
  std::span<const std::string_view> placeholders;
};

[[nodiscard]] const MailKind *findMail(const QString &id); ///< nullptr: there is none of that name
[[nodiscard]] QStringList mailIds();                       ///< all of them
[[nodiscard]] QString mailNames();                         ///< all of them, for a sentence

/// Whether it is sent some time after an organization was created: one of `[[check_in]]`.
[[nodiscard]] bool isCheckIn(const QString &id);
[[nodiscard]] QString checkInNames();

/// Every `{name}` of a text, in its order, twice where it stands twice. A brace that opens none or
/// is not closed gives an empty name.
[[nodiscard]] std::vector<QString> placeholdersOf(const QString &text);

/// The mails of resources/business/default.
[[nodiscard]] const std::map<QString, MailTemplate> &shippedMails();

/// Languages that every mail must have.
inline constexpr std::string_view mailLanguages[] = {"en", "de"};

} // namespace tenantry::business
