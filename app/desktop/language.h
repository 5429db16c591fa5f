// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

class QCoreApplication;

namespace tenantry::desktop {

/// The languages that every text of the console is there in.
[[nodiscard]] QStringList languages();

/// Texts, numbers, money and days as that language has them; empty: those of the system, English
/// where we do not speak it. A language that is asked for keeps the system's country where it is
/// spoken there.
void speak(QCoreApplication &application, const QString &language);

} // namespace tenantry::desktop
