// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <stdexcept>
#include <tl/expected.hpp>
#include <utility>

namespace tenantry {

/// Where in a file or form an error stands. Lines and columns count from 1; 0: unknown.
struct Place {
  QString file;
  int line = 0;
  int column = 0;
  QString field; ///< key of a business file, column of a CSV, field of a form

  bool operator==(const Place &) const = default;
};

/// What went wrong: a stable code for programs, a sentence for a person, and what it is about.
/// Never holds secrets or personal data beyond what the caller itself passed in.
struct Error {
  QString code;    ///< `subscription.already_cancelled`: listed in docs/errors.md
  QString message; ///< one sentence that says what, where and what to do
  Place place{};

  [[nodiscard]] QString toString() const; ///< "file:line:column: sentence [code]"
  bool operator==(const Error &) const = default;
};

template <typename T = void> using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

/// `return fail(u"plan.unknown"_s, …)` from any function that returns a Result.
[[nodiscard]] Failure fail(QString code, QString message, Place place = {});

/// For invariants of the program itself: thrown, never expected, caught at the edge of a job or
/// command.
class ProgrammingError : public std::logic_error {
public:
  using std::logic_error::logic_error;
};

} // namespace tenantry

/// Unwraps a Result into `name` or returns its error from the enclosing function.
#define TENANTRY_TRY(name, expression)                                                             \
  auto name##_result = (expression);                                                               \
  if (!name##_result)                                                                              \
    return tl::unexpected(std::move(name##_result).error());                                       \
  auto &name = *name##_result

/// Returns the error of a Result whose value is not needed.
#define TENANTRY_CHECK(expression)                                                                 \
  if (auto check_result = (expression); !check_result)                                             \
  return tl::unexpected(std::move(check_result).error())
