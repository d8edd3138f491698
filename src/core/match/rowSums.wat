;; Adds rows of signed bytes, chosen by numbers, to a row of 32-bit sums.
(module
  (import "host" "memory" (memory 1))
  (func (export "add")
    (param $numbers i32) ;; where the rows' numbers stand
    (param $end i32)     ;; where they end; at least one, at most 256
    (param $step i32)    ;; bytes from one number to the next
    (param $rows i32)    ;; where row 0 begins
    (param $width i32)   ;; bytes of a row, a multiple of 16
    (param $sums i32)    ;; where the sums stand
    (local $column i32) (local $at i32) (local $low v128) (local $high v128) (local $bytes v128)
    (loop $columns
      (local.set $low (v128.const i64x2 0 0))
      (local.set $high (v128.const i64x2 0 0))
      (local.set $at (local.get $numbers))
      ;; 256 bytes of at most 127 fit into 16 bits.
      (loop $each
        (local.set $bytes
          (v128.load
            (i32.add
              (i32.add (local.get $rows) (local.get $column))
              (i32.mul (i32.load (local.get $at)) (local.get $width)))))
        (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $bytes))))
        (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $bytes))))
        (br_if $each
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (local.get $step))) (local.get $end))))
      (v128.store (local.get $sums)
        (i32x4.add (v128.load (local.get $sums)) (i32x4.extend_low_i16x8_s (local.get $low))))
      (v128.store offset=16 (local.get $sums)
        (i32x4.add (v128.load offset=16 (local.get $sums)) (i32x4.extend_high_i16x8_s (local.get $low))))
      (v128.store offset=32 (local.get $sums)
        (i32x4.add (v128.load offset=32 (local.get $sums)) (i32x4.extend_low_i16x8_s (local.get $high))))
      (v128.store offset=48 (local.get $sums)
        (i32x4.add (v128.load offset=48 (local.get $sums)) (i32x4.extend_high_i16x8_s (local.get $high))))
      (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
      (br_if $columns
        (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 16))) (local.get $width))))))
