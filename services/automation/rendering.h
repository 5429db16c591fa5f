// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include <map>

/// Mails as they are read: pure functions of template and values.
namespace tenantry::automation {

using Placeholders = std::map<QString, QString>; ///< "number" → "INV-2026-000001"

/// The language that a mail is written in: the one asked for where the template has it, else
/// English.
[[nodiscard]] QString languageOf(const business::MailTemplate &mail, const QString &wanted);

/// Fills every placeholder but `{link}`, which stays; what is filled in is one line, whatever it
/// holds, and never becomes a placeholder itself. ProgrammingError where a value is missing.
[[nodiscard]] business::MailText render(const business::MailText &text, const Placeholders &values);

[[nodiscard]] QString withLink(const QString &body, const QString &url);

/// The same paragraphs as HTML; the link's address can be clicked.
[[nodiscard]] QString toHtml(const QString &body, const QString &url, const QString &language);

/// "€45.00 less a month": what something costs more (above zero) or less; `amount` without sign.
[[nodiscard]] QString differenceOf(std::int64_t minor, const QString &amount,
                                   const QString &language);
[[nodiscard]] QString unlimitedWord(const QString &language);

/// Why a charge failed, as part of a sentence.
[[nodiscard]] QString reasonOf(const QString &declineCode, const QString &language);

} // namespace tenantry::automation
