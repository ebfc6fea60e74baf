# 邸报 Dibao. `make run` opens the program, `make test` tests it; both prepare what they need (packaging/setup.sh).
SHELL := /bin/bash
PYTHON_OF_PROJECT := .venv/bin/python
# Arguments for the program or for pytest: make run ARGS="import 公报.txt"; make test ARGS="tests/ui -k tree".
ARGS ?=

.PHONY: help run test check bench screenshots translations package lock clean
.DEFAULT_GOAL := help

help:
	@echo "make run          打开邸报 / open Dibao"
	@echo "make test         全部测试 / all tests"
	@echo "make check        ruff、mypy、导入规则 / ruff, mypy, import rules"
	@echo "make bench        性能测量 / benchmarks"
	@echo "make screenshots  重拍 docs/screenshots / take docs/screenshots anew"
	@echo "make translations 收集待译文字 / gather the strings to translate"
	@echo "make package      打包并自检 / build the folder and the .deb, and try them"
	@echo "make lock         重新锁定依赖 / lock the dependencies anew"
	@echo "make clean        删除生成的文件 / remove what was generated"

run:
	@packaging/setup.sh run
	@exec packaging/with-display.sh $(PYTHON_OF_PROJECT) main.py $(ARGS)

# Two processes: the window tests run one after another in one of them, each with a display of its own.
test:
	@packaging/setup.sh test
	@QT_QPA_PLATFORM=offscreen $(PYTHON_OF_PROJECT) -m pytest -n 2 --dist loadgroup $(ARGS)

check:
	@packaging/setup.sh test
	@$(PYTHON_OF_PROJECT) -m ruff check .
	@$(PYTHON_OF_PROJECT) -m mypy
	@$(PYTHON_OF_PROJECT) -m pytest -q tests/test_imports.py

bench:
	@packaging/setup.sh test
	@$(PYTHON_OF_PROJECT) -m tests.benchmarks $(ARGS)

screenshots:
	@packaging/setup.sh test
	@$(PYTHON_OF_PROJECT) -m tests.end2end.screenshots $(ARGS)

translations:
	@packaging/setup.sh test
	@$(PYTHON_OF_PROJECT) packaging/translations.py

package:
	@packaging/setup.sh package
	@PYTHONPATH=. $(PYTHON_OF_PROJECT) packaging/build.py $(ARGS)

lock:
	@packaging/lock.sh $(ARGS)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
