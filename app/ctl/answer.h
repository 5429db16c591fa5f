// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include <QStringList>
#include <vector>

namespace tenantry::ctl {

/// What a command says at its end, in both forms; docs/ctl.md describes the documents.
struct Answer {
  Json json = Json::object();
  QString text{};                ///< for people, on standard output
  std::vector<Error> problems{}; ///< what was refused or is wrong: on standard error, and as
                                 ///< "errors" in the document
  bool isPartlyBad = false;      ///< exit status 1 though it ran to its end
  bool isInvalid = false;        ///< exit status 2: what was given cannot be understood

  [[nodiscard]] int exitStatus() const {
    if (isInvalid)
      return 2;
    return problems.empty() && !isPartlyBad ? 0 : 1;
  }
};

/// {"code", "message", "place": {"file", "line", "column", "field"}}; the place has only what is
/// known.
[[nodiscard]] Json toJson(const Error &error);

/// {"error": …} of one that ended the command.
[[nodiscard]] Json errorDocument(const Error &error);

/// One line for people: "customers.csv:64 Email: … [email_invalid]".
[[nodiscard]] QString lineOf(const Error &error);

/// The whole document of an answer, with "error" and "errors" where something is wrong.
[[nodiscard]] Json document(const Answer &answer);

/// Columns set apart by two spaces, numbers (whatever begins with a digit or a minus) to the right.
class TextTable {
public:
  explicit TextTable(QStringList head) { add(std::move(head)); }
  void add(QStringList row) { m_rows.push_back(std::move(row)); }
  [[nodiscard]] QString toString() const;

private:
  [[nodiscard]] std::vector<qsizetype> widths() const;
  std::vector<QStringList> m_rows;
};

} // namespace tenantry::ctl
